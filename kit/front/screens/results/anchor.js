/** The name of a part on the page, which links lead to. @param {string} id */
export const anchor = (id) => `results-${id}`;
