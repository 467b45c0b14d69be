import classes from '../programme.module.css';

/** Text of the manual: an empty line parts paragraphs, lines that begin with `- ` are items of a list. Never markup. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div className={classes['prose']}>
      {text.split(/\n{2,}/).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text, shown whole
        <Part key={place} lines={part.split('\n')} />
      ))}
    </div>
  );
}

function Part({ lines }: { readonly lines: readonly string[] }) {
  const plain = lines.filter((each) => !each.startsWith('- '));
  const items = lines.filter((each) => each.startsWith('- '));
  return (
    <>
      {plain.length === 0 ? null : <p dir="auto">{plain.join('\n')}</p>}
      {items.length === 0 ? null : (
        <ul>
          {items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of one text, shown whole
            <li key={place} dir="auto">
              {item.slice(2)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
