// What the server wants this page's script to know.

/** @returns {any} */
export const page = () => JSON.parse(document.body.dataset.page);
