# LibTorch 2.6 or newer as the target mia::torch, from CMAKE_PREFIX_PATH: a PyTorch wheel's torch/
# folder, an unpacked official archive, or the distribution's. The libraries are linked directly
# rather than through TorchConfig.cmake, which refuses to configure a CUDA build of LibTorch on a
# machine without the CUDA toolkit; a CPU build must never be blocked by that.

# What packaging/setup.sh found comes behind CMAKE_PREFIX_PATH; another one than last time makes the
# search start over.
set(torch_hint "")
if(EXISTS "${CMAKE_SOURCE_DIR}/build/libtorch.path")
  file(STRINGS "${CMAKE_SOURCE_DIR}/build/libtorch.path" torch_hint)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/build/libtorch.path")
  if(NOT torch_hint STREQUAL "${MIA_TORCH_HINT}")
    unset(MIA_TORCH_INCLUDE CACHE)
    unset(MIA_TORCH_CPU CACHE)
    unset(MIA_TORCH_C10 CACHE)
    unset(MIA_TORCH_CUDA CACHE)
    unset(MIA_C10_CUDA CACHE)
  endif()
  set(MIA_TORCH_HINT "${torch_hint}" CACHE INTERNAL "the LibTorch that was found last time")
endif()
find_path(MIA_TORCH_INCLUDE torch/csrc/api/include/torch/torch.h HINTS "${torch_hint}" PATH_SUFFIXES include)
find_library(MIA_TORCH_CPU torch_cpu HINTS "${torch_hint}" PATH_SUFFIXES lib)
find_library(MIA_TORCH_C10 c10 HINTS "${torch_hint}" PATH_SUFFIXES lib)
if(NOT MIA_TORCH_INCLUDE OR NOT MIA_TORCH_CPU OR NOT MIA_TORCH_C10)
  message(FATAL_ERROR "LibTorch 2.6 or newer was not found. Name its folder in CMAKE_PREFIX_PATH "
                      "(for a PyTorch wheel: …/site-packages/torch), or run packaging/setup.sh, "
                      "which finds or installs one.")
endif()
get_filename_component(torch_lib_dir "${MIA_TORCH_CPU}" DIRECTORY)

# Since 2.8 the numbers stand in a header of their own.
foreach(header torch/csrc/api/include/torch/version.h torch/headeronly/version.h)
  if(EXISTS "${MIA_TORCH_INCLUDE}/${header}")
    file(STRINGS "${MIA_TORCH_INCLUDE}/${header}" torch_version_lines
         REGEX "define TORCH_VERSION_(MAJOR|MINOR) ")
  endif()
endforeach()
string(REGEX MATCH "MAJOR ([0-9]+)" unused "${torch_version_lines}")
set(torch_major "${CMAKE_MATCH_1}")
string(REGEX MATCH "MINOR ([0-9]+)" unused "${torch_version_lines}")
set(MIA_TORCH_VERSION "${torch_major}.${CMAKE_MATCH_1}")
if(MIA_TORCH_VERSION VERSION_LESS 2.6)
  message(FATAL_ERROR "LibTorch ${MIA_TORCH_VERSION} in ${torch_lib_dir} is too old: 2.6 or newer is needed.")
endif()
message(STATUS "LibTorch ${MIA_TORCH_VERSION}: ${torch_lib_dir}")

add_library(mia_torch INTERFACE)
target_include_directories(mia_torch SYSTEM INTERFACE
  "${MIA_TORCH_INCLUDE}" "${MIA_TORCH_INCLUDE}/torch/csrc/api/include")
target_link_libraries(mia_torch INTERFACE "${MIA_TORCH_CPU}" "${MIA_TORCH_C10}")
target_link_options(mia_torch INTERFACE "-Wl,-rpath,${torch_lib_dir}")

# Wheels before 2.7 may use the old libstdc++ ABI; what LibTorch was built with is what we need.
set(torch_config "${torch_lib_dir}/../share/cmake/Torch/TorchConfig.cmake")
if(EXISTS "${torch_config}")
  file(STRINGS "${torch_config}" abi_lines REGEX "_GLIBCXX_USE_CXX11_ABI=0")
  if(abi_lines)
    target_compile_definitions(mia_torch INTERFACE _GLIBCXX_USE_CXX11_ABI=0)
  endif()
endif()

find_library(MIA_TORCH_CUDA torch_cuda PATHS "${torch_lib_dir}" NO_DEFAULT_PATH)
find_library(MIA_C10_CUDA c10_cuda PATHS "${torch_lib_dir}" NO_DEFAULT_PATH)
if(MIA_TORCH_CUDA AND MIA_C10_CUDA)
  # torch_cuda registers its kernels when it is loaded, so the linker must keep it.
  target_link_libraries(mia_torch INTERFACE -Wl,--no-as-needed "${MIA_TORCH_CUDA}" "${MIA_C10_CUDA}" -Wl,--as-needed)
endif()
add_library(mia::torch ALIAS mia_torch)

# One precompiled header for every file that includes LibTorch: 15 s without it.
file(WRITE "${CMAKE_BINARY_DIR}/torch_pch.cpp.in" "")
configure_file("${CMAKE_BINARY_DIR}/torch_pch.cpp.in" "${CMAKE_BINARY_DIR}/torch_pch.cpp" COPYONLY)
add_library(mia_torch_pch STATIC "${CMAKE_BINARY_DIR}/torch_pch.cpp")
target_link_libraries(mia_torch_pch PUBLIC mia_torch PRIVATE mia_warnings)
target_precompile_headers(mia_torch_pch PRIVATE <torch/torch.h>)

# CUDA kernels: compiled wherever a toolkit is, bound to tensors where LibTorch has CUDA as well.
# mia::cuda_kernels exists with a toolkit; MIA_CUDA_KERNELS says that the binding is built.
include(CheckLanguage)
check_language(CUDA)
set(MIA_CUDA_KERNELS OFF)
if(CMAKE_CUDA_COMPILER)
  set(MIA_HAVE_NVCC ON)
  if(NOT DEFINED CMAKE_CUDA_ARCHITECTURES)
    set(CMAKE_CUDA_ARCHITECTURES 80 90)
  endif()
  enable_language(CUDA)
  find_package(CUDAToolkit REQUIRED)
  file(GLOB cuda_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/kernels/*.cu")
  add_library(mia_cuda_kernels STATIC ${cuda_sources})
  target_include_directories(mia_cuda_kernels PRIVATE "${CMAKE_SOURCE_DIR}/core")
  set_target_properties(mia_cuda_kernels PROPERTIES POSITION_INDEPENDENT_CODE ON CUDA_STANDARD 17)
  add_library(mia::cuda_kernels ALIAS mia_cuda_kernels)
  if(MIA_TORCH_CUDA AND MIA_C10_CUDA)
    set(MIA_CUDA_KERNELS ON)
  endif()
else()
  set(MIA_HAVE_NVCC OFF)
endif()
message(STATUS "CUDA: nvcc ${MIA_HAVE_NVCC}, kernels bound to LibTorch ${MIA_CUDA_KERNELS}")
