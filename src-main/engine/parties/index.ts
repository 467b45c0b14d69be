export { judgeOwnership, type OwnershipPicture, ultimateParents } from './ownership.ts';
export { createPlaceSigns, type PartyPlaces, placeSigns } from './signs.ts';
