import type { Block } from '../../core/treaty/document.ts';

/** A web address as a treaty file may give it; anything else stays text. */
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

/** One block of a treaty's document. */
export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
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
                item.text
              )}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className="wide">
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, i) => (
                    <td key={block.head[i]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
