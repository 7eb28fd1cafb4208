// The data from the server for this page's script.

/** @returns {any} */
export const page = () => JSON.parse(document.body.dataset.page);
