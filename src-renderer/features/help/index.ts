export { commands, navigation, routes } from './routes.tsx';
