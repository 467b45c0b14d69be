export { QualityScreen } from './QualityScreen.tsx';
