/** What the room shows, fetched when a person goes there. */
export { BinderScreen } from './BinderScreen.tsx';
export { GalleryScreen } from './GalleryScreen.tsx';
export { PreviewScreen } from './PreviewScreen.tsx';
