export { judgeOwnership, type OwnershipPicture, ultimateParents } from './ownership.ts';
export { type PartyPlaces, placeSigns } from './signs.ts';
