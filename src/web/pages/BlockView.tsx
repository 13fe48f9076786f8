import { formatDate } from '../../core/states/dates.ts';
import type { Block } from '../../core/treaty/document.ts';
import { isDate } from '../fight/dates.ts';

/** A web address as a treaty file may give it; anything else stays text. */
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

/** Days of the document, which counts them 1949-04-04, as the pages write them: 4 April 1949. */
export const inWords = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDate(day) ? formatDate(day) : day));

/** One block of a treaty's document. */
export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{inWords(block.text)}</h3>;
    case 'paragraph':
      return <p>{inWords(block.text)}</p>;
    case 'quote':
      return <blockquote>{block.text}</blockquote>;
    case 'list':
      return (
        <ul className="plain">
          {block.items.map((item) => (
            <li key={item.text}>
              {item.url && isWeb(item.url) ? (
                <a href={item.url} rel="noreferrer noopener" target="_blank">
                  {item.text}
                </a>
              ) : (
                inWords(item.text)
              )}
            </li>
          ))}
        </ul>
      );
    case 'table': {
      const filled = block.head.map((_, i) => block.rows.some((row) => row[i] !== ''));
      return (
        <div className="wide" role="region" aria-label={block.head.join(', ')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, i) =>
                  filled[i] ? (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ) : null,
                )}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join('|')}>{row.map((cell, i) => (filled[i] ? <td key={block.head[i]}>{inWords(cell)}</td> : null))}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
  }
}
