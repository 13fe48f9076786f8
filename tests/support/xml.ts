/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly in it. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** A surrogate without its other half. */
export const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const NAME = '[A-Za-z_][\\w.:-]*';

/** Text with its entities resolved. @throws on a stray `&`, `<`, or a character XML 1.0 forbids */
function plain(text: string): string {
  if (text.includes('<')) throw new Error(`'<' within text: ${text}`);
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw new Error(`a forbidden character in ${JSON.stringify(text)}`);
  if (HALF_PAIR.test(text)) throw new Error('half a surrogate pair');
  return text.replaceAll(/&([^;]*;?)/g, (_, entity: string) => {
    const code = /^#(\d+);$/.exec(entity)?.[1];
    const known = code === undefined ? ENTITIES[entity.slice(0, -1)] : String.fromCodePoint(Number(code));
    if (known === undefined || !entity.endsWith(';')) throw new Error(`unknown entity &${entity}`);
    return known;
  });
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  const rest = text.replaceAll(new RegExp(`\\s(${NAME})="([^"]*)"`, 'g'), (_, name: string, value: string) => {
    if (name in attributes) throw new Error(`attribute ${name} twice`);
    attributes[name] = plain(value);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`not an attribute: ${rest}`);
  return attributes;
}

/** A well-formed document of elements, attributes and text: what our writers write, strictly. @throws where it is not one */
export function parseXml(document: string): XmlElement {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (body === document) throw new Error('no XML declaration');
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  const tag = new RegExp(`<(/?)(${NAME})((?:\\s${NAME}="[^"]*")*)(/?)>`, 'y');
  for (let at = 0; at < body.length;) {
    const top = open.at(-1);
    if (top === undefined) throw new Error('closed too often');
    if (body[at] !== '<') {
      const end = body.indexOf('<', at);
      top.text += plain(body.slice(at, end === -1 ? undefined : end));
      at = end === -1 ? body.length : end;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(body);
    if (found === null) throw new Error(`no tag at ${body.slice(at, at + 40)}`);
    const [all, closing, name = '', attributes = '', empty] = found;
    at += all.length;
    if (closing === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
      open.at(-1)?.children.push(top);
    } else if (empty === '/') top.children.push({ name, attributes: attributesOf(attributes), children: [], text: '' });
    else open.push({ name, attributes: attributesOf(attributes), children: [], text: '' });
  }
  const [root] = open;
  const [element, ...more] = root?.children ?? [];
  if (open.length !== 1 || element === undefined || more.length > 0) throw new Error('not one root, or one left open');
  if (root?.text.trim() !== '') throw new Error('text outside the root');
  return element;
}

/** Every element of a name below another, in the order of the document. */
export function elements(of: XmlElement, name: string): XmlElement[] {
  return of.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)]);
}
