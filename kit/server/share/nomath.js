// Stands in for MathJax: the screens hold no formulas, and the real one costs 0.7 MB at every start.
window.MathJax = {
  Ajax: {},
  InputJax: { TeX: { resetEquationNumbers() {} } },
  Hub: {
    Config() {},
    Configured() {},
    Queue() {},
    Register: { StartupHook() {} },
  },
};
