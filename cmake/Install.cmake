# cmake --install build: quayside into bin; what only it and systemd start into libexec/quayside; units, polkit actions
# and the desktop's files where those look. Under the prefix /usr all are found; under another one, link the unit.
include(GNUInstallDirs)

set(QUAYSIDE_UNIT_DIR lib/systemd/system CACHE PATH "Folder for the systemd unit, below the prefix")
set(QUAYSIDE_TMPFILES_DIR lib/tmpfiles.d CACHE PATH "Folder for tmpfiles.d files, below the prefix")

if(TARGET quayside)
  install(TARGETS quayside RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
foreach(program IN ITEMS quayside-engine quayside-stage quayside-worker quayside-hello)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/quayside)
  endif()
endforeach()

set(packaging ${CMAKE_SOURCE_DIR}/packaging)
configure_file(${packaging}/systemd/quayside-engine.service.in
  ${CMAKE_BINARY_DIR}/packaging/quayside-engine.service @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/packaging/quayside-engine.service DESTINATION ${QUAYSIDE_UNIT_DIR})
install(FILES ${packaging}/systemd/quayside.tmpfiles.conf DESTINATION ${QUAYSIDE_TMPFILES_DIR} RENAME quayside.conf)
install(FILES ${packaging}/polkit/org.quayside.engine.policy DESTINATION ${CMAKE_INSTALL_DATADIR}/polkit-1/actions)
install(FILES ${packaging}/desktop/org.quayside.Quayside.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${packaging}/desktop/org.quayside.Quayside.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_SOURCE_DIR}/resources/quayside.svg RENAME org.quayside.Quayside.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps OPTIONAL)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
