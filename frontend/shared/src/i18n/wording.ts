/** The same keys in another language: a missing one does not compile. */
export type Wording<T> = { [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
