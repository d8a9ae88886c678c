import type { Tally } from './tally.ts';

/** What the second window shows. */
export interface Shown {
  /** Id of the run. */
  readonly run: string;
  readonly step: number;
  readonly blank: boolean;
  /** Hands for the question at this step; undefined where none were counted. */
  readonly tally: Tally | undefined;
}

/** What goes between the presenter's window and the second one: what is to be shown, that it is over, or a request for it. */
type Message = { readonly type: 'shows'; readonly shown: Shown } | { readonly type: 'over' | 'asks' };

/** Windows of one browser on one site alone hear each other: other devices do not. */
const open = (id: string): BroadcastChannel => new BroadcastChannel(`presentation ${id}`);

/** The presenter's end. */
export interface Presenting {
  show(shown: Shown): void;
  /** Says that it is over. A reload does not, so that the second window keeps what it shows. */
  end(): void;
}

/** Opens the presenter's end; a window that asks is told what was shown last. */
export function presentTo(id: string): Presenting {
  const channel = open(id);
  let last: Shown | undefined;
  const send = (message: Message): void => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'asks' && last !== undefined) send({ type: 'shows', shown: last });
  };
  return {
    show(shown) {
      last = shown;
      send({ type: 'shows', shown });
    },
    end() {
      send({ type: 'over' });
      channel.close();
    }
  };
}

/**
 * Opens the second window's end and asks for what is shown. `onShown` gets undefined when the presentation is over; a
 * presenter that comes back is heard again. The returned function closes it.
 */
export function follow(id: string, onShown: (shown: Shown | undefined) => void): () => void {
  const channel = open(id);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'shows') onShown(data.shown);
    else if (data.type === 'over') onShown(undefined);
  };
  channel.postMessage({ type: 'asks' } satisfies Message);
  return () => channel.close();
}
