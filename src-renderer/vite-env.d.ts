/// <reference types="vite/client" />

/** Made from the contract while building. */
declare module 'virtual:method-topics' {
  /** The topics each method of the core and the shell reads or writes. */
  export const topics: Readonly<Record<string, readonly string[]>>;
}
