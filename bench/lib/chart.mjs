// A bar chart as SVG, readable on light and dark pages. By hand: a library would bring a DOM for forty lines. Imports
// `figures`.
import { round } from './figures.mjs';

/** @param {string} text */
const escaped = (text) => text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {{ title: string, bars: { label: string, value: number, ours?: boolean }[] }} chart @returns {string} */
export function draw({ title, bars }) {
  const most = Math.max(...bars.map(({ value }) => value));
  const height = 44 + bars.length * 24;
  const rows = bars.map(({ label, value, ours }, at) => {
    const y = 40 + at * 24;
    const width = Math.max(1, (value / most) * 400).toFixed(1);
    return `<text x="212" y="${y + 14}" text-anchor="end">${escaped(label)}</text><rect class="${ours ? 'ours' : 'other'}" x="220" y="${y}" width="${width}" height="18" rx="2"/><text x="${(Number(width) + 226).toFixed(1)}" y="${y + 14}">${round(value)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 ${height}" role="img" aria-label="${escaped(title)}">
<style>text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600}.ours{fill:#0969da}.other{fill:#8c959f}@media (prefers-color-scheme:dark){text{fill:#e6edf3}.ours{fill:#4493f8}.other{fill:#6e7681}}</style>
<text class="title" x="8" y="22">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`;
}
