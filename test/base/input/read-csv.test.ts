import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatProblem, numberText, readCsv } from '#lib/base/input/index.ts';

const schema = v.strictObject({ name: v.optional(v.string()), arrival: numberText, service: numberText });

function problems(...lines: string[]) {
  const read = readCsv(lines.join('\n'), schema);
  return 'problems' in read ? read.problems.map((p) => formatProblem('f.csv', p)) : [];
}

describe('readCsv()', () => {
  it('reads columns in any order, and the line of each row', () => {
    expect(readCsv('\ufeffservice,name,arrival\r\n 3.5 ,a,0\r\n\r\n1e2,,7\r\n', schema)).toEqual({
      value: [
        { value: { service: 3.5, name: 'a', arrival: 0 }, line: 2 },
        { value: { service: 100, arrival: 7 }, line: 4 }
      ]
    });
  });

  it('does not take a byte order mark for a part of a quoted name', () => {
    expect(readCsv('\ufeff"arrival",service\n1,2', schema)).toEqual({
      value: [{ value: { arrival: 1, service: 2 }, line: 2 }]
    });
  });

  it('gives no rows for a header alone', () => {
    expect(readCsv('arrival,service\n', schema)).toEqual({ value: [] });
  });

  it('reports the header alone: missing, unknown and repeated columns', () => {
    expect(problems('arrivl,name,name', 'x,y,z')).toEqual([
      'f.csv:1:1 column "arrival" is missing',
      'f.csv:1:1 column "service" is missing',
      'f.csv:1:1 unknown column "arrivl"; did you mean "arrival"?',
      'f.csv:1:13 column "name" is given twice'
    ]);
  });

  it('reports what is no number, at its field', () => {
    expect(problems('name,arrival,service', 'a,0,ten', 'b,,1', 'c,1,0x10')).toEqual([
      'f.csv:2:5 expected a number, got "ten"',
      'f.csv:3:3 expected a number, got ""',
      'f.csv:4:5 expected a number, got "0x10"'
    ]);
  });

  it('finds a field behind quotes and line breaks', () => {
    expect(problems('name,arrival,service', '"a ""b"" c",0,x', '"two', 'lines",y,1')).toEqual([
      'f.csv:2:15 expected a number, got "x"',
      'f.csv:4:8 expected a number, got "y"'
    ]);
    expect(problems('arrival,service,name', 'x,1,"two', 'lines"')).toEqual(['f.csv:2:1 expected a number, got "x"']);
  });

  it('reports a row with another number of fields than the header', () => {
    expect(problems('arrival,service', '1,2,3', '4')).toEqual([
      'f.csv:2:1 expected 2 fields, as in the header, got 3',
      'f.csv:3:1 expected 2 fields, as in the header, got 1'
    ]);
  });

  it('stops after a hundred problems', () => {
    expect(problems('arrival,service', ...Array<string>(500).fill('x,1'))).toHaveLength(100);
  });

  it('reports a quote that is never closed', () => {
    expect(problems('arrival,service', '1,"2')).toEqual([
      expect.stringMatching(/^f\.csv:2:1 bad CSV: Quote Not Closed/)
    ]);
  });

  it('refuses an empty text and one that is too long', () => {
    expect(problems('')).toEqual(['f.csv:1:1 there is no header row']);
    expect(readCsv('arrival', schema, { maxLength: 3 })).toMatchObject({ problems: [{ line: 1 }] });
  });
});
