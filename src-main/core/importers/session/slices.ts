/** Lets other calls through when a slice of work has taken its share; see `createSlicer` of the jobs. */
export type Pause = () => Promise<void>;
