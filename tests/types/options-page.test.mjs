// docs/options.md says of each option what pkg/index.d.ts says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currentTables, optionTables, shownTable } from './options-page.mjs';
import { compilers } from './support.mjs';

describe('docs/options.md', () => {
  test('has the tables that the types make; if it has not: node tests/types/options-page.mjs --update', async () => {
    for (const [title, content] of Object.entries(await currentTables()))
      assert.equal(shownTable(title), content, title);
  });

  test('says something of each option', async () => {
    for (const [title, content] of Object.entries(await currentTables()))
      assert.doesNotMatch(content, /<br> \|$/m, `${title}: an option without a comment in pkg/index.d.ts`);
  });

  test('has of an option its type, its default and its comment', async () => {
    const none = [
      'OpenOptions',
      'SolutionTarget',
      'EditTarget',
      'ServiceTarget',
      'UrlTarget',
      'FrameOptions',
      'Labels',
      'CommonOptions',
      'ShowOptions',
    ];
    const text = `
      export interface PopupOptions {
        /**
         * In CSS pixels, see {@link FrameOptions};
         * no larger.
         * @defaultValue 500
         */
        width?: 'a' | number | undefined;
        forbidden?: undefined;
      }
      ${none.map((name) => `export interface ${name} {}`).join('\n')}`;
    const { popup } = optionTables((await compilers())('typescript-5.0'), text);
    assert.equal(
      popup.split('\n')[2],
      "| `width` | `'a' \\| number`, by default 500<br>In CSS pixels, see `FrameOptions`; no larger. |",
    );
  });
});
