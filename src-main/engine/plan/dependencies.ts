/** A task and what must end before it. */
export interface Dependent {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

/** Tasks ordered so that each comes after what it depends on, or the ring that makes this impossible. Unknown ids are left out of account. */
export function inOrderOfDependence<T extends Dependent>(
  tasks: readonly T[],
): { readonly ok: true; readonly value: readonly T[] } | { readonly ok: false; readonly error: readonly string[] } {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const state = new Map<string, 'open' | 'placed'>();
  const ordered: T[] = [];
  for (const root of tasks) {
    if (state.has(root.id)) continue;
    // A stack of our own: a chain may be as long as the plan.
    const path: { readonly task: T; next: number }[] = [{ task: root, next: 0 }];
    state.set(root.id, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const wanted = top.task.dependsOn[top.next];
      top.next += 1;
      if (wanted === undefined) {
        state.set(top.task.id, 'placed');
        ordered.push(top.task);
        path.pop();
        continue;
      }
      const found = byId.get(wanted);
      if (found === undefined || state.get(wanted) === 'placed') continue;
      if (state.get(wanted) === 'open')
        return { ok: false, error: path.slice(path.findIndex(({ task }) => task.id === wanted)).map(({ task }) => task.id) };
      state.set(wanted, 'open');
      path.push({ task: found, next: 0 });
    }
  }
  return { ok: true, value: ordered };
}
