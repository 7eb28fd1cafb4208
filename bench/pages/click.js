// A page with a button that opens a contender's dialog. Notes when each click began and when `window.open` was called, and
// what of the time between WebAssembly took. No window opens: that takes as long for everybody.
const asked = new URLSearchParams(location.search);
const name = asked.get('contender');
let began = 0;
let parts = {};
window.clicks = [];

window.open = () => {
  if (began) window.clicks.push({ total: performance.now() - began, ...parts });
  began = 0;
  return null;
};

// Which the package calls first in the click.
for (const part of ['Module', 'Instance']) {
  const real = WebAssembly[part];
  WebAssembly[part] = new Proxy(real, {
    construct(target, given) {
      const start = performance.now();
      const made = Reflect.construct(target, given);
      parts[part] = (parts[part] ?? 0) + performance.now() - start;
      return made;
    },
  });
}

window.load = async () => {
  const contender = await import(`/bundle/${name}.esm`);
  await contender.ready?.();
  if (asked.has('prepared')) {
    contender.prepare();
    // Two idle turns, and what slow processors need for them.
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  document.querySelector('button').onclick = () => {
    parts = {};
    began = performance.now();
    try {
      contender.click()?.result?.catch(() => {});
    } catch {
      // No window: whoever needs one says so.
    }
  };
};
