# SPDX-License-Identifier: GPL-3.0-or-later
# gemba_test(name SOURCES a.cpp... LIBS twin_core... [GL] [SERIAL] [TIMEOUT s] [LABELS l...]
#            [RUNNER program arguments...])
# One Qt Test executable. Widget tests run offscreen; GL tests in a virtual X display.
function(gemba_test name)
  cmake_parse_arguments(T "GL;SERIAL" "TIMEOUT" "SOURCES;LIBS;LABELS;RUNNER" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE gemba_warnings Qt6::Test ${T_LIBS})
  target_compile_definitions(${name} PRIVATE
    GEMBA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GEMBA_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(T_GL)
    add_test(NAME ${name} COMMAND xvfb-run -a -s "-screen 0 1920x1080x24 +extension GLX"
             $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=xcb;LIBGL_ALWAYS_SOFTWARE=1")
    list(APPEND T_LABELS gl)
  else()
    add_test(NAME ${name} COMMAND ${T_RUNNER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  endif()
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  if(GEMBA_SANITIZE)
    math(EXPR T_TIMEOUT "${T_TIMEOUT} * 8")
  endif()
  if(GEMBA_SANITIZE STREQUAL "thread") # a test that starts programs forks while it has threads
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
      "TSAN_OPTIONS=die_after_fork=0:suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp")
  endif()
  if(GEMBA_SANITIZE STREQUAL "address")
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
      "LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_SOURCE_DIR}/tests/app/known_leaks.supp")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}")
  if(T_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
  endif()
endfunction()
