// The links of Markdown files that lead to no file, or to no heading of it. Uses npm packages, so the set-up comes before it.
import { relative } from 'node:path';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/promise';
// @ts-expect-error: it brings no types.
import relativeLinks from 'markdownlint-rule-relative-links';

/**
 * @param {string} folder that the files are named from
 * @param {string[]} files their absolute paths
 * @returns {Promise<string[]>} each as `file:line: what is wrong`
 */
export async function deadLinks(folder, files) {
  const found = await lint({
    files,
    // MD051: to headings of the same file.
    config: { default: false, 'relative-links': true, MD051: true },
    customRules: [relativeLinks],
    markdownItFactory: () => new MarkdownIt(),
    // A page of the site may open with settings, in which no link is.
    frontMatter: /^---\n.*?\n---\n/s,
  });
  return Object.entries(found).flatMap(([file, problems]) =>
    problems.map(
      ({ lineNumber, errorContext, errorDetail }) =>
        `${relative(folder, file)}:${lineNumber}: ${errorDetail ?? `${errorContext} leads to no heading`}`,
    ),
  );
}
