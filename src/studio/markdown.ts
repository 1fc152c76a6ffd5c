// Markdown to HTML, as far as our own pages use it: headings, paragraphs, lists, tables, code, links.
// Everything of the text is escaped; there is no way for a page to bring HTML of its own. Pure.

/** The inside of a page's body. */
export function htmlOf(markdown: string): string {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const { html, next } = block(lines, at);
    if (html) blocks.push(html);
    at = next;
  }
  return blocks.join('\n');
}

/** The words of the first heading; empty where there is none. */
export const titleOf = (markdown: string): string =>
  (/^# (.*)$/m.exec(markdown)?.[1] ?? '').replaceAll('`', '');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Block {
  readonly html: string;
  /** The first line after it. */
  readonly next: number;
}

const fence = '```';

function block(lines: readonly string[], at: number): Block {
  const line = lines[at]!;
  if (line.trim() === '') return { html: '', next: at + 1 };
  if (line.startsWith(fence)) return code(lines, at);
  const heading = /^(#{1,6}) (.*)$/.exec(line);
  if (heading) {
    const level = heading[1]!.length;
    return { html: `<h${level}>${words(heading[2]!)}</h${level}>`, next: at + 1 };
  }
  if (line.startsWith('- ')) return list(lines, at);
  if (line.startsWith('|')) return table(lines, at);
  const next = endOf(lines, at, (one) => one.trim() !== '' && !/^(#|- |\||```)/.test(one));
  return { html: `<p>${words(lines.slice(at, next).join(' '))}</p>`, next };
}

function code(lines: readonly string[], at: number): Block {
  const end = endOf(lines, at, (line) => !line.startsWith(fence));
  return { html: `<pre><code>${escaped(lines.slice(at + 1, end).join('\n'))}</code></pre>`, next: end + 1 };
}

function list(lines: readonly string[], at: number): Block {
  const end = endOf(lines, at, (line) => line.startsWith('- ') || line.startsWith('  '));
  const items = lines.slice(at, end).join('\n').slice(2).split('\n- ');
  return {
    html: `<ul>${items.map((item) => `<li>${words(item.replace(/\n\s*/g, ' '))}</li>`).join('')}</ul>`,
    next: end,
  };
}

function table(lines: readonly string[], at: number): Block {
  const end = endOf(lines, at, (line) => line.startsWith('|'));
  const rows = lines.slice(at, end).map((line) => line.replace(/^\||\|$/g, '').split('|'));
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${words(cell.trim())}</${tag}>`).join('')}</tr>`;
  // The second line only draws the rule under the first.
  const [head = [], , ...body] = rows;
  return {
    html: `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
    next: end,
  };
}

/** The first line after `at` that is not of the same block. */
function endOf(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  let next = at + 1;
  while (next < lines.length && belongs(lines[next]!)) next++;
  return next;
}

/** Code, links and bold words inside a line. */
function words(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part.slice(1, -1))}</code>` : marks(part)))
    .join('');
}

const marks = (text: string): string =>
  escaped(text)
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    // Only to a neighbour, a heading or the web: no other scheme does anything.
    .replace(/\[([^\]]*)\]\(((?:https:\/\/|#)?[\w./~%?=&;-]*)\)/g, '<a href="$2">$1</a>');
