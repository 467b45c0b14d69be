/**
 * The page that is printed with a recovery key. It names neither the workspace nor the client: found alone, it opens nothing
 * and says nothing.
 */
export function recoverySheetHtml(groups: readonly string[]): string {
  const rows = groups.map((group, place) => `<li><span>${place + 1}</span><b>${group}</b></li>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gatehouse recovery key</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
  body { font: 12pt/1.5 system-ui, sans-serif; margin: 24mm 20mm; color: #111; }
  h1 { font-size: 20pt; margin: 0 0 6mm; }
  ol { list-style: none; display: grid; grid-template-columns: repeat(4, 1fr); gap: 5mm; padding: 0; margin: 8mm 0; }
  li { border: 0.3mm solid #888; border-radius: 1.5mm; padding: 3mm; }
  li span { display: block; font-size: 8pt; color: #555; }
  li b { font: 600 16pt/1.2 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: 0.08em; }
  .line { border-bottom: 0.3mm solid #888; height: 9mm; margin-bottom: 2mm; }
</style></head><body>
<h1>Gatehouse recovery key</h1>
<p>This key opens one workspace without its passphrase. Keep it apart from the computer, where only people who may read the workspace can reach it.</p>
<ol>${rows}</ol>
<p>To use it: on the start screen choose “Recover a workspace”, type the eight groups in order, and set a new passphrase. Capitals, spaces and hyphens do not matter.</p>
<p>Which workspace it belongs to (write it by hand if you wish):</p><div class="line"></div>
<p>Kept by, since:</p><div class="line"></div>
</body></html>`;
}
