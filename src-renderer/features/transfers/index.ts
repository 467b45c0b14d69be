export { commands, load, navigation, routes } from './front-door.tsx';
