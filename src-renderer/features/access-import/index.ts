export { commands, navigation, routes } from './front-door.tsx';
