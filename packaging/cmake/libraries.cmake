# Finds what the rooms link and gives it one name each. What is missing is said in words, with the
# way to get it.

find_package(nlohmann_json 3.10)
if(NOT nlohmann_json_FOUND)
  # A bare machine may hold the header alone, in a folder that CMAKE_PREFIX_PATH names.
  find_path(MIA_JSON_INCLUDE nlohmann/json.hpp REQUIRED)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  target_include_directories(nlohmann_json::nlohmann_json INTERFACE "${MIA_JSON_INCLUDE}")
endif()

include("${CMAKE_CURRENT_LIST_DIR}/libtorch.cmake")

if(MIA_ENGINE_CORE)
  return()
endif()

find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(GIF 5 REQUIRED)
find_package(JPEG REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sentencepiece REQUIRED IMPORTED_TARGET sentencepiece)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
find_path(EDLIB_INCLUDE edlib.h REQUIRED)
find_library(EDLIB_LIBRARY edlib REQUIRED)

# Found by hand: OpenCVConfig.cmake comes with a package that brings all of OpenCV, VTK and Java.
add_library(mia_opencv INTERFACE)
find_path(OPENCV_INCLUDE opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
target_include_directories(mia_opencv SYSTEM INTERFACE "${OPENCV_INCLUDE}")
foreach(module core imgproc imgcodecs)
  find_library(OPENCV_${module}_LIBRARY opencv_${module} REQUIRED)
  target_link_libraries(mia_opencv INTERFACE "${OPENCV_${module}_LIBRARY}")
endforeach()
add_library(mia::opencv ALIAS mia_opencv)

add_library(mia_sentencepiece INTERFACE)
find_library(SENTENCEPIECE_TRAIN_LIBRARY sentencepiece_train REQUIRED)
target_link_libraries(mia_sentencepiece INTERFACE PkgConfig::sentencepiece ${SENTENCEPIECE_TRAIN_LIBRARY})
add_library(mia::sentencepiece ALIAS mia_sentencepiece)

add_library(mia_xxhash INTERFACE)
target_link_libraries(mia_xxhash INTERFACE PkgConfig::xxhash)
add_library(mia::xxhash ALIAS mia_xxhash)

add_library(mia_edlib INTERFACE)
target_include_directories(mia_edlib SYSTEM INTERFACE ${EDLIB_INCLUDE})
target_link_libraries(mia_edlib INTERFACE ${EDLIB_LIBRARY})
add_library(mia::edlib ALIAS mia_edlib)

if(MIA_STUDIO)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg Concurrent PrintSupport Test LinguistTools)
  find_package(QCustomPlotQt6 REQUIRED)
endif()
