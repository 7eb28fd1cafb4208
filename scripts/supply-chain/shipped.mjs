// The crates that are compiled into the module, and those that only run while it is compiled.
import { ask } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/** @typedef {{ name: string, version: string, licence: string, ships: boolean }} Crate `ships`: its code is in the module */

/**
 * @typedef {object} Metadata what `cargo metadata` answers, as far as it is read here
 * @property {{ id: string, name: string, version: string, license: string | null, targets: { kind: string[] }[] }[]} packages
 * @property {{ root: string, nodes: { id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }[] }} resolve
 */

/** @returns {Metadata} of the graph for WebAssembly */
function metadata() {
  const options = ['--format-version=1', '--filter-platform=wasm32-unknown-unknown', '--locked'];
  const answer = ask('cargo', ['metadata', ...options], { timeout: 120_000 });
  if (answer === undefined) throw new Stop('`cargo metadata --locked` failed: run it by itself to see why.');
  return JSON.parse(answer);
}

/** @param {Metadata} [graph] @returns {Crate[]} by name */
export function shippedCrates({ packages, resolve } = metadata()) {
  const byId = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  /** @type {Map<string, boolean>} */
  const found = new Map();
  /** @param {string} id @param {boolean} ships */
  const visit = (id, ships) => {
    for (const { pkg, dep_kinds } of nodes.get(id)?.deps ?? []) {
      if (dep_kinds.every(({ kind }) => kind === 'dev')) continue;
      const runsThere = byId.get(pkg)?.targets.some(({ kind }) => kind.includes('proc-macro'));
      const shipsToo = ships && !runsThere && dep_kinds.some(({ kind }) => kind === null);
      // Seen again, it may now ship although it did not before.
      if (found.has(pkg) && (found.get(pkg) || !shipsToo)) continue;
      found.set(pkg, shipsToo);
      visit(pkg, shipsToo);
    }
  };
  visit(resolve.root, true);
  return [...found]
    .map(([id, ships]) => {
      const crate = byId.get(id);
      return { name: crate?.name ?? id, version: crate?.version ?? '', licence: crate?.license ?? 'none', ships };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
