import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Every part of Electron that the shell uses. Each exists in Electron 45, which we ship, and in Electron 33, which stands
 * in where the official build cannot be downloaded. Adding one means looking it up in the release notes of both.
 */
const usable = new Set<string>([
  "App 'certificate-error'",
  "App 'login'",
  "App 'second-instance'",
  "App 'select-client-certificate'",
  "App 'web-contents-created'",
  "App 'will-quit'",
  "App 'window-all-closed'",
  'App.commandLine',
  'App.enableSandbox',
  'App.exit',
  'App.getAppPath',
  'App.getPath',
  'App.getVersion',
  'App.isPackaged',
  'App.name',
  'App.quit',
  'App.requestSingleInstanceLock',
  'App.whenReady',
  "BrowserWindow 'close'",
  "BrowserWindow 'closed'",
  "BrowserWindow 'maximize'",
  "BrowserWindow 'move'",
  "BrowserWindow 'ready-to-show'",
  "BrowserWindow 'resize'",
  "BrowserWindow 'unmaximize'",
  'BrowserWindow.close',
  'BrowserWindow.destroy',
  'BrowserWindow.focus',
  'BrowserWindow.getNormalBounds',
  'BrowserWindow.isDestroyed',
  'BrowserWindow.isFocused',
  'BrowserWindow.isFullScreen',
  'BrowserWindow.isMaximized',
  'BrowserWindow.isMinimized',
  'BrowserWindow.loadURL',
  'BrowserWindow.maximize',
  'BrowserWindow.minimize',
  'BrowserWindow.restore',
  'BrowserWindow.setContentProtection',
  'BrowserWindow.setFullScreen',
  'BrowserWindow.setTitle',
  'BrowserWindow.show',
  'BrowserWindow.unmaximize',
  'BrowserWindow.webContents',
  'CallbackResponse.cancel',
  'Clipboard.clear',
  'Clipboard.readText',
  'Clipboard.writeText',
  'CommandLine.hasSwitch',
  'ContextBridge.exposeInMainWorld',
  'CustomScheme.privileges',
  'CustomScheme.scheme',
  'Dialog.showErrorBox',
  'Dialog.showMessageBox',
  'Dialog.showOpenDialog',
  'Dialog.showSaveDialog',
  'Display.workArea',
  'IpcMain.handle',
  'IpcMainInvokeEvent.sender',
  'IpcMainInvokeEvent.senderFrame',
  'IpcRenderer.invoke',
  'Menu.buildFromTemplate',
  'Menu.getApplicationMenu',
  'Menu.popup',
  'Menu.setApplicationMenu',
  'MenuItemConstructorOptions.accelerator',
  'MenuItemConstructorOptions.click',
  'MenuItemConstructorOptions.enabled',
  'MenuItemConstructorOptions.label',
  'MenuItemConstructorOptions.registerAccelerator',
  'MenuItemConstructorOptions.role',
  'MenuItemConstructorOptions.submenu',
  'MenuItemConstructorOptions.type',
  'MessageBoxOptions.buttons',
  'MessageBoxOptions.cancelId',
  'MessageBoxOptions.defaultId',
  'MessageBoxOptions.detail',
  'MessageBoxOptions.message',
  'MessageBoxOptions.noLink',
  'MessageBoxOptions.type',
  'MessageBoxReturnValue.response',
  "NativeTheme 'updated'",
  'NativeTheme.shouldUseDarkColors',
  'NativeTheme.themeSource',
  'NavigationHistory.clear',
  'OnBeforeRequestListenerDetails.resourceType',
  'OnBeforeRequestListenerDetails.url',
  'OpenDialogReturnValue.canceled',
  'OpenDialogReturnValue.filePaths',
  'PermissionRequest.requestingUrl',
  "PowerMonitor 'lock-screen'",
  "PowerMonitor 'suspend'",
  "PowerMonitor 'user-did-resign-active'",
  'PrintToPDFOptions.displayHeaderFooter',
  'PrintToPDFOptions.footerTemplate',
  'PrintToPDFOptions.generateDocumentOutline',
  'PrintToPDFOptions.generateTaggedPDF',
  'PrintToPDFOptions.headerTemplate',
  'PrintToPDFOptions.landscape',
  'PrintToPDFOptions.pageSize',
  'PrintToPDFOptions.preferCSSPageSize',
  'PrintToPDFOptions.printBackground',
  "Process 'disconnect'",
  "Process 'message'",
  'Protocol.handle',
  'Protocol.registerSchemesAsPrivileged',
  'ProxyConfig.mode',
  'RenderProcessGoneDetails.reason',
  'Response.confirmed',
  'SafeStorage.decryptString',
  'SafeStorage.encryptString',
  'SafeStorage.getSelectedStorageBackend',
  'SafeStorage.isEncryptionAvailable',
  'SaveDialogReturnValue.canceled',
  'SaveDialogReturnValue.filePath',
  'Screen.getAllDisplays',
  "Session 'will-download'",
  'Session.fromPartition',
  'Session.protocol',
  'Session.setBluetoothPairingHandler',
  'Session.setCertificateVerifyProc',
  'Session.setDevicePermissionHandler',
  'Session.setDisplayMediaRequestHandler',
  'Session.setPermissionCheckHandler',
  'Session.setPermissionRequestHandler',
  'Session.setProxy',
  'Session.setSpellCheckerEnabled',
  'Session.setUSBProtectedClassesHandler',
  'Session.webRequest',
  'Shell.openExternal',
  'Shell.showItemInFolder',
  "WebContents 'did-finish-load'",
  "WebContents 'input-event'",
  "WebContents 'render-process-gone'",
  "WebContents 'select-bluetooth-device'",
  "WebContents 'will-attach-webview'",
  "WebContents 'will-frame-navigate'",
  "WebContents 'will-navigate'",
  "WebContents 'will-redirect'",
  'WebContents.getURL',
  'WebContents.mainFrame',
  'WebContents.navigationHistory',
  'WebContents.print',
  'WebContents.printToPDF',
  'WebContents.reload',
  'WebContents.send',
  'WebContents.setWindowOpenHandler',
  'WebContents.setZoomFactor',
  'WebContentsWillFrameNavigateEventParams.url',
  'WebContentsWillNavigateEventParams.url',
  'WebContentsWillRedirectEventParams.url',
  'WebFrameMain.url',
  'WebRequest.onBeforeRequest',
  'WebUtils.getPathForFile',
  'WindowOpenHandlerResponse.action',
]);

const folder = import.meta.dirname;

function usedApis(): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const used = new Set<string>();

  const electronOwner = (symbol: ts.Symbol | undefined): string | undefined => {
    const declaration = symbol?.declarations?.find((candidate) => candidate.getSourceFile().fileName.endsWith('electron.d.ts'));
    const parent = declaration?.parent;
    return parent !== undefined && (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent))
      ? (parent.name?.text ?? 'anonymous')
      : undefined;
  };

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const owner = electronOwner(checker.getSymbolAtLocation(node.name));
      if (owner !== undefined && !(node.name.text === 'on' || node.name.text === 'once' || node.name.text === 'off'))
        used.add(`${owner}.${node.name.text}`);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ['on', 'once'].includes(node.expression.name.text)) {
      const owner = electronOwner(checker.getSymbolAtLocation(node.expression.name));
      const [event] = node.arguments;
      if (owner !== undefined && event !== undefined && ts.isStringLiteral(event)) used.add(`${owner} '${event.text}'`);
    }
    if ((ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ts.isIdentifier(node.name)) {
      const property = checker.getContextualType(node.parent)?.getProperty(node.name.text);
      const owner = electronOwner(property);
      if (owner !== undefined) used.add(`${owner}.${node.name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    if (source !== undefined) visit(source);
  }
  return used;
}

describe('the parts of Electron in use', () => {
  const used = usedApis();

  it('are all on the list of what both supported runtimes have', () => {
    expect([...used].filter((api) => !usable.has(api)).sort()).toEqual([]);
  });

  it('leave nothing on the list that is no longer used', () => {
    expect([...usable].filter((api) => !used.has(api))).toEqual([]);
  });
});
