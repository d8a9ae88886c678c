// What is pressed or chosen while the page is only HTML is kept; `ui/site/early.ts` does it again when it can be answered.
{
  const kept = [];
  const keep = (event) => {
    const field = event.target.closest(event.type === 'click' ? 'button' : 'input, select, textarea');
    if (!field) return;
    if (event.type === 'click') event.preventDefault();
    kept.push({ field, type: event.type, value: field.value, checked: field.checked });
  };
  for (const type of ['click', 'input', 'change']) addEventListener(type, keep, true);
  window.takeEarly = () => {
    for (const type of ['click', 'input', 'change']) removeEventListener(type, keep, true);
    return kept.splice(0);
  };
}
