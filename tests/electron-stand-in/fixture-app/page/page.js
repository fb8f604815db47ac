// Runs before the document is parsed: the bridge must be there already.
window.bridgeAtStart = typeof window.fixture?.request;
