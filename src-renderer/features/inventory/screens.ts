/** What the room shows, fetched when a person goes there. */
export { AssetScreen } from './asset/AssetScreen.tsx';
export { NewAssetScreen } from './asset/NewAssetScreen.tsx';
export { CheckScreen } from './check/CheckScreen.tsx';
export { ModelsScreen, SoftwareScreen, SystemsScreen } from './list/AssetListScreen.tsx';
export { MappingWizard } from './mapping/MappingWizard.tsx';
export { QuestionsScreen } from './questions/QuestionsScreen.tsx';
export { SitesScreen } from './sites/SitesScreen.tsx';
