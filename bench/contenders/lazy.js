// The default entry, fetched and evaluated when the page is idle.
let loaded;
export const ready = async () => {
  loaded = await import('/bundle/ours.js');
};
export const click = () => loaded.click();
