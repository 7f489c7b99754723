# quayside_library(NAME [QT] [SOURCES file...] [SEPARATE file...] [PUBLIC lib...] [PRIVATE lib...])
#   The library of one folder, as Quayside::NAME. Without SOURCES it is header only. Headers are
#   included by their path from the top: #include "engine/base/result.h". QT: run moc over it. SEPARATE: sources that
#   can't be compiled in one piece with the others, since they call something of their own by the same name.
# quayside_test(NAME [QT] [ROOT] [GUI] [CONTRACT] [TIMEOUT s] [SOURCES file...] [LINK lib...])
#   A test program tst_NAME; its ctest label follows from the flags (unit where none is given).
#   A root test that needs something the machine lacks exits 77 and prints what is missing: a skip.
# quayside_script_test(NAME [ROOT] [GUI] [CONTRACT] [TIMEOUT s] COMMAND program [argument...])
#   The same for a test that is a script.
# quayside_fuzz(NAME SOURCES file... [LINK lib...] [CORPUS folder])
#   A libFuzzer target fuzz_NAME with its seeds (corpus/NAME beside the list, where not given). The preset "fuzz"
#   builds it; in the others it is a ctest (label fuzz) that runs what stands in build-fuzz for a bounded time.

option(QUAYSIDE_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(QUAYSIDE_FUZZ "Build the libFuzzer targets (needs clang)" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  # Paths below the sources count from the build folder: every clone and worktree shares what one of them compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wno-missing-field-initializers -fno-plt)
if(QUAYSIDE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(NOT QUAYSIDE_FUZZ)
  add_compile_options(-fstack-protector-strong)
  add_compile_definitions($<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
endif()
if(QUAYSIDE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address)
  add_custom_target(fuzzers)
endif()

function(quayside_library name)
  cmake_parse_arguments(arg "QT" "" "SOURCES;SEPARATE;PUBLIC;PRIVATE" ${ARGN})
  if(arg_SOURCES)
    add_library(quayside_${name} STATIC ${arg_SOURCES} ${arg_SEPARATE})
    set_source_files_properties(${arg_SEPARATE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    target_include_directories(quayside_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(quayside_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    set_target_properties(quayside_${name} PROPERTIES AUTOMOC ${arg_QT})
    # Headers dominate the time of small files: a release compiles several of them at once. The dev preset does not, so
    # that a missing #include is still found.
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
      set_target_properties(quayside_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
    endif()
  else()
    add_library(quayside_${name} INTERFACE)
    target_include_directories(quayside_${name} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(quayside_${name} INTERFACE ${arg_PUBLIC})
  endif()
  add_library(Quayside::${name} ALIAS quayside_${name})
endfunction()

function(quayside_test name)
  cmake_parse_arguments(arg "QT;ROOT;GUI;CONTRACT" "TIMEOUT" "SOURCES;LINK" ${ARGN})
  if(NOT arg_SOURCES)
    set(arg_SOURCES tst_${name}.cpp)
  endif()
  add_executable(tst_${name} ${arg_SOURCES})
  set_target_properties(tst_${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests AUTOMOC ${arg_QT})
  target_include_directories(tst_${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(tst_${name} PRIVATE ${arg_LINK})
  target_compile_options(tst_${name} PRIVATE $<$<CONFIG:Release>:-O1>) # quicker to compile, and run once
  quayside_script_test(${name} ${ARGN} COMMAND $<TARGET_FILE:tst_${name}>)
endfunction()

function(quayside_script_test name)
  cmake_parse_arguments(arg "QT;ROOT;GUI;CONTRACT" "TIMEOUT" "SOURCES;LINK;COMMAND" ${ARGN})
  set(label unit)
  if(arg_ROOT)
    set(label root)
  elseif(arg_GUI)
    set(label gui)
  elseif(arg_CONTRACT)
    set(label contract)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(arg_ROOT)
    list(PREPEND arg_COMMAND ${CMAKE_SOURCE_DIR}/tools/as-root)
  endif()
  add_test(NAME ${name} COMMAND ${arg_COMMAND})
  set_tests_properties(${name} PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77 TIMEOUT ${arg_TIMEOUT})
  # One at a time of those that have an engine or a window: much of theirs is waiting, for which those that only
  # calculate need not wait as well.
  if(arg_ROOT OR arg_GUI OR arg_CONTRACT)
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK machine)
  endif()
endfunction()

function(quayside_fuzz name)
  cmake_parse_arguments(arg "" "CORPUS" "SOURCES;LINK" ${ARGN})
  if(NOT arg_CORPUS)
    set(arg_CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
  endif()
  if(QUAYSIDE_FUZZ)
    add_executable(fuzz_${name} ${arg_SOURCES})
    set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
    target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(fuzz_${name} PRIVATE ${arg_LINK})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz_${name})
  else()
    add_test(NAME fuzz_${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/fuzz/run
      ${CMAKE_SOURCE_DIR}/build-fuzz/fuzz/fuzz_${name} ${arg_CORPUS})
    set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz SKIP_RETURN_CODE 77 TIMEOUT 120)
  endif()
endfunction()
