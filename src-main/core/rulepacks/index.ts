export { packHash } from './hash.ts';
export { loadRulePack, loadRulePacks, type LoadedPack, type LoadedPacks, packFromFiles, sortPacks } from './load.ts';
