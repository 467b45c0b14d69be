import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One screen of the tour with its pictures. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  readonly pictures: readonly { readonly theme: 'light' | 'dark'; readonly file: string }[];
}

/** Writes the one-page index of the tour. It refers only to files beside it. */
export function writeIndex(folder: string, exhibits: readonly Exhibit[], papers: readonly string[]): void {
  const contents = exhibits.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('\n');
  const files = papers.map((file) => `<li><a href="${file}">${escaped(file)}</a></li>`).join('\n');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gatehouse: demo tour</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { max-width: 1500px; margin: 32px auto; padding: 0 24px; }
  h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 40px 0 8px; }
  p { max-width: 72ch; } ul { columns: 3; padding-left: 20px; }
  figure { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 0; }
  img { width: 100%; height: auto; border: 1px solid #808a98; border-radius: 4px; }
</style>
</head>
<body>
<h1>Gatehouse: demo tour</h1>
<p>Every screen of the application with the made-up data of its demo workspace, light and dark, and the papers it printed. Nothing here is legal advice.</p>
<h2>Papers</h2>
<ul>
${files}
</ul>
<h2>Screens</h2>
<ul>
${contents}
</ul>
${exhibits.map(section).join('\n')}
</body>
</html>
`,
  );
}

function section({ id, title, pictures }: Exhibit): string {
  const images = pictures
    .map(({ theme, file }) => `<a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(title)}, ${theme} theme"></a>`)
    .join('\n');
  return `<section id="${id}">\n<h2>${escaped(title)}</h2>\n<figure>\n${images}\n</figure>\n</section>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
