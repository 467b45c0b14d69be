export { commands, load, navigation, routes } from './routes.tsx';
