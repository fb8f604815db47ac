; Said before anything is copied: below Windows 10 the program could not even start.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "镇鉴需要 64 位的 Windows 10 或以上系统，本机的系统版本较低，未作任何安装。$\r$\n$\r$\n资料可先在另一台电脑上使用；需要帮助时请联系提供本软件的人。" /SD IDOK
    Quit
  ${EndIf}
!macroend
