# SPDX-License-Identifier: GPL-3.0-or-later
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
option(GEMBA_WERROR "Warnings are errors" OFF)
set(GEMBA_SANITIZE "" CACHE STRING "address or thread; empty for none")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Recompute must equal record to the bit: no fused multiply-add, no value-changing optimisation,
# no instruction set beyond the base of the platform.
add_compile_options(-ffp-contract=off -fno-fast-math)
add_compile_options(-fstack-protector-strong)
add_link_options(-Wl,-z,relro,-z,now)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT GEMBA_SANITIZE)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(GEMBA_SANITIZE)
  add_compile_options(-fsanitize=${GEMBA_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${GEMBA_SANITIZE})
  if(GEMBA_SANITIZE STREQUAL "address")
    add_compile_options(-fsanitize=undefined -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=undefined)
  endif()
endif()

# What every target of ours is compiled with; third-party headers come in as SYSTEM.
add_library(gemba_warnings INTERFACE)
target_compile_options(gemba_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow=local
  -Wno-sign-conversion
  -Wno-missing-field-initializers # designated initialisers leave out what has its default
  -Wno-restrict) # GCC 12 sees overlap in std::string::insert where there is none (PR 105651)
if(GEMBA_WERROR)
  target_compile_options(gemba_warnings INTERFACE -Werror)
endif()
# Headers are included from the root of the tree, so an include says which room it reaches.
target_include_directories(gemba_warnings INTERFACE ${CMAKE_SOURCE_DIR})

add_library(gemba_qt_strict INTERFACE)
target_compile_definitions(gemba_qt_strict INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_KEYWORDS)
