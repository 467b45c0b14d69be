export { type BuildOptions, buildIndex } from './index/build.ts';
export type { IndexData } from './index/data.ts';
export { namesIn, openIndex, partiesIn, type ScreeningIndex } from './open-index.ts';
export { screeningProfiles, thresholdsFor } from './profiles.ts';
export { explain, type ReadQuery, readQuery, type ScreenOptions, screen } from './screen.ts';
