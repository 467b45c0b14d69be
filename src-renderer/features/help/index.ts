export { ClosedHelp } from './ClosedHelp.tsx';
export { commands, navigation, routes } from './routes.tsx';
