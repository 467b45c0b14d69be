/** Chosen rows. With `all`, every row of the list is chosen except `keys`; so a list of 10,000 needs no 10,000 keys. */
export interface Selection {
  readonly all: boolean;
  readonly keys: ReadonlySet<string>;
}

export const nothingSelected: Selection = { all: false, keys: new Set() };
export const allSelected: Selection = { all: true, keys: new Set() };

export function isSelected(selection: Selection, key: string): boolean {
  return selection.keys.has(key) !== selection.all;
}

/** How many rows are chosen out of `rowCount`. */
export function selectedCount(selection: Selection, rowCount: number): number {
  return selection.all ? rowCount - selection.keys.size : selection.keys.size;
}

/** Chooses or drops rows, keeping the shorter way of saying it. */
export function withSelected(selection: Selection, keys: Iterable<string>, selected: boolean): Selection {
  const next = new Set(selection.keys);
  for (const key of keys) {
    if (selected === selection.all) next.delete(key);
    else next.add(key);
  }
  return { all: selection.all, keys: next };
}
