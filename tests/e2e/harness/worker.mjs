// Runs the test files that runner.mjs names, one after another: a process for each would spend a third of a second on loading
// the same modules.
import { once } from 'node:events';
import { basename } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

async function next() {
  process.send('next');
  const [{ path }] = await once(process, 'message');
  return path;
}

for (let path = process.argv[2]; path; path = await next()) {
  const name = basename(path);
  try {
    await import(pathToFileURL(path));
  } catch (error) {
    test(`${name} can be loaded`, () => {
      throw error;
    });
  }
  // Suites have their turns in the order in which they are defined: when this one ends, so have those of the file.
  await new Promise((resolve) => describe(`${name} has ended`, () => after(resolve)));
}
process.disconnect();
