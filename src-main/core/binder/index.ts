export { type BinderFile, type BinderManifest, binderFiles, binderFormat, renderSums } from './layout.ts';
export {
  fingerprintOf,
  isSignedAside,
  isSignedBy,
  makeSigningKey,
  readPublicKey,
  type SigningKey,
  signAside,
  signBytes,
} from './signing.ts';
export { type BinderSink, openSink, type Written } from './sink.ts';
export { type Verdict, verifyBinder } from './verify.ts';
