export { type BinderFile, type BinderManifest, binderFiles, binderFormat, renderSums } from './layout.ts';
export { fingerprintOf, isSignedBy, makeSigningKey, readPublicKey, type SigningKey, signBytes } from './signing.ts';
export { type BinderSink, openSink, type Written } from './sink.ts';
export { type Verdict, verifyBinder } from './verify.ts';
