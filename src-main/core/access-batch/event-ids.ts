/** Ids that sources give events, by place of the event from 0: end to end in few long texts, since a million short ones take ten times the room. */
export interface EventIds {
  add(place: number, text: string, from: number, to: number): void;
  /** Forgets the ids of all events from a place on. */
  keep(places: number): void;
  /** `undefined` where the source gave none. */
  of(place: number): string | undefined;
}

/** Ids of a run of events that stand in one text. */
interface Run {
  readonly first: number;
  readonly text: string;
  /** Where the id of each event begins and ends in the text. */
  readonly spans: number[];
}

export function createEventIds(): EventIds {
  let runs: Run[] = [];
  return {
    add(place, text, from, to) {
      const last = runs.at(-1);
      const isNext = last !== undefined && last.text === text && last.first + last.spans.length / 2 === place;
      if (isNext) last.spans.push(from, to);
      else if (to > from) runs.push({ first: place, text, spans: [from, to] });
    },
    keep(places) {
      runs = runs.filter(({ first }) => first < places);
      const last = runs.at(-1);
      if (last !== undefined) last.spans.length = Math.min(last.spans.length, (places - last.first) * 2);
    },
    of(place) {
      let [low, high] = [0, runs.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((runs[middle]?.first ?? 0) <= place) low = middle + 1;
        else high = middle;
      }
      const run = runs[low - 1];
      if (run === undefined) return undefined;
      const at = (place - run.first) * 2;
      const [from, to] = [run.spans[at] ?? 0, run.spans[at + 1] ?? 0];
      return to > from ? run.text.slice(from, to) : undefined;
    },
  };
}
